replace (
	example.com/a/v1 => ./a
	example.com/a v2.0.0 => ./a
	example.com/a main => ./a
	`example.com/a` => ./a
)
