	module   "example.com/\u006d"
require ( )
require (
)
exclude(
	example.com/a v1.0.0
)
godebug =x
godebug a==
require "" v1.0.0
retract ""
tool "<&>\u2028\x01\x7f\xffé"
ignore ","
ignore ,
retract [a, b] // not versions
retract ( // not a rationale
	v1 // x
)
