module example.com/m

replace example.com/a => ./a/*
require example.com/b master
