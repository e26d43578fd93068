// Deprecated: ÿ bytes
module example.com/ÿm
// þ
ignore "Ã"
