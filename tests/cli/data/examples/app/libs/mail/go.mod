module example.com/libs/mail

go 1.20

require golang.org/x/net v0.33.0

require golang.org/x/text v0.21.0 // indirect
