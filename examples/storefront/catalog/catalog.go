// Package catalog shows what is on the shelves: rows from PostgreSQL, kept in
// Redis for a minute, with pictures from a storage bucket.
package catalog

import (
	"context"
	"io"
	"net/http"
	"time"

	"cloud.google.com/go/storage"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
)

// Settings say where the three stores are.
type Settings struct {
	Database string // a PostgreSQL URL
	Cache    string // a Redis address
	Bucket   string
}

// Catalog answers requests for products and their pictures.
type Catalog struct {
	rows     *pgxpool.Pool
	recent   *redis.Client
	pictures *storage.BucketHandle
}

// Open connects to the three stores.
func Open(ctx context.Context, s Settings) (*Catalog, error) {
	rows, err := pgxpool.New(ctx, s.Database)
	if err != nil {
		return nil, err
	}
	files, err := storage.NewClient(ctx)
	if err != nil {
		return nil, err
	}
	return &Catalog{
		rows:     rows,
		recent:   redis.NewClient(&redis.Options{Addr: s.Cache}),
		pictures: files.Bucket(s.Bucket),
	}, nil
}

// Routes are relative to where the catalog is mounted.
func (c *Catalog) Routes() http.Handler {
	routes := chi.NewRouter()
	routes.Get("/{sku}", c.product)
	routes.Get("/{sku}/picture", c.picture)
	return routes
}

func (c *Catalog) product(w http.ResponseWriter, r *http.Request) {
	sku := chi.URLParam(r, "sku")
	if page, err := c.recent.Get(r.Context(), sku).Bytes(); err == nil {
		w.Write(page)
		return
	}
	var page []byte
	row := c.rows.QueryRow(r.Context(),
		"select to_json(p) from products p where sku = $1", sku)
	if err := row.Scan(&page); err != nil {
		http.NotFound(w, r)
		return
	}
	c.recent.Set(r.Context(), sku, page, time.Minute)
	w.Write(page)
}

func (c *Catalog) picture(w http.ResponseWriter, r *http.Request) {
	picture, err := c.pictures.Object(chi.URLParam(r, "sku")).NewReader(r.Context())
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer picture.Close()
	io.Copy(w, picture)
}
