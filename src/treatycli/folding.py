from treatycli._clean import clean as clean
from treatycli.names import fold as fold
