module ship.example.com/box

go 1.20
