from treatycli.tables import BUNDLED, Package, open_package
