from treatycli.tables import BUNDLED as BUNDLED
from treatycli.tables import Package as Package
from treatycli.tables import open_package as open_package
