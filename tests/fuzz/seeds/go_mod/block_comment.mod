module example.com/m

/* The direct ones,
   by hand */
require example.com/a v1.0.0 /* pinned */
require example.com/b
