module example.com/bookshop

go 1.21

require (
	example.com/cart v1.2.0
	example.com/catalog v1.4.0
	example.com/payment v1.1.0
	example.com/pixels v1.1.0
	example.com/stars v0.3.0
)

require (
	example.com/clock v1.0.0 // indirect
	example.com/decimal v1.1.0 // indirect
	example.com/images v0.2.0 // indirect
	example.com/letters v1.0.0 // indirect
	example.com/log v1.5.0 // indirect
	example.com/money v1.3.0 // indirect
	example.com/search v1.0.0 // indirect
	example.com/series v0.9.0 // indirect
	example.com/stats v1.0.0 // indirect
	example.com/words v1.2.0 // indirect
)
