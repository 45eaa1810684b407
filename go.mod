module github.com/hugo-matome/matome

go 1.18
