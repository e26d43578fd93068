module example.com/m

require example.com/a v1.0.0
require example.com/a v1.1.0 // indirect
require example.com/a v1.0.0
replace example.com/a => ./a
replace example.com/a => ./b
ignore a
ignore b
ignore a
