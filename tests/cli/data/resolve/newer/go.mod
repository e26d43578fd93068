module example.com/store

go 1.98

require ship.example.com/box v1.3.0
