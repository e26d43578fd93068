module example.com/m

use "./a