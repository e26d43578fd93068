module example.com/m

require (
	example.com/a v1.0.0
	example.com/b main

go 1.x
replace example.com/a => example.com/b
exclude (
	example.com/c v1.0.0
