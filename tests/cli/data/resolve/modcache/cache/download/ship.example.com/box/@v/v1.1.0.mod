module ship.example.com/box

go 1.20

require money.example.com/sum one
require
