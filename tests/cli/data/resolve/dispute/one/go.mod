module example.com/one

go 1.20

require ship.example.com/box v1.0.0

replace money.example.com/sum v1.2.0 => money.example.com/sum v1.2.0
