module example.com/m

require (
	example.com/a v1.2
	example.com/b v1.2.3+meta
	example.com/c latest
)
exclude example.com/d v1
replace example.com/e v1.0.0+x => ./e
replace example.com/e => example.com/f v2.0.0
replace example.com/e => example.com/f/v1 v1.0.0
