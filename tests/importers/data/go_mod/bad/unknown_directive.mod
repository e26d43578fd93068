modul example.com/m

golang 1.22
requires example.com/a v1.0.0
Require example.com/a v1.0.0
import "fmt"
use ./a
=> x
, 
