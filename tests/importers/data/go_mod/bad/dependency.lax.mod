module example.com/m
module example.com/n
go 1.x
future x
require example.com/a
require example.com/a v2.0.0
ignore a b
retract ((
future (
