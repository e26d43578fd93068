replace example.com/a
replace example.com/a ./a
replace example.com/a=>./a
replace example.com/a =>./a
replace example.com/a =>
replace => ./a
replace example.com/a v1.0.0 => example.com/b v1.0.0 v1.1.0
replace example.com/a v1.0.0 -> ./a
replace ()
