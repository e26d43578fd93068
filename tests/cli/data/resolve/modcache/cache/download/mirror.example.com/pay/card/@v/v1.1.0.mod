module pay.example.com/card

go 1.16

require money.example.com/sum v1.2.0
