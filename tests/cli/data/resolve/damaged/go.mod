module example.com/store

go 1.20

require ship.example.com/box v1.1.0
