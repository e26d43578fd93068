module example.com/m

replace (
	example.com/a => ./a
	example.com/a v1.0.0 => ./b
	example.com/a => ./c
	example.com/a v1.0.0 => ./b
)
replace example.com/a => example.com/d v1.0.0
