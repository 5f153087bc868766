from treatycli._clean import clean
from treatycli.names import fold
