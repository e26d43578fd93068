// Storefront serves the pages of a small web shop. It exists to have
// realistic requirements: modgraph's example reports are made from its go.mod.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/spf13/viper"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"example.com/storefront/catalog"
	"example.com/storefront/checkout"
	"example.com/storefront/telemetry"
)

func main() {
	log := zap.Must(zap.NewProduction())
	viper.SetEnvPrefix("storefront")
	viper.AutomaticEnv()
	viper.SetDefault("listen", ":8080")

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if err := serve(ctx); err != nil {
		log.Fatal("storefront stopped", zap.Error(err))
	}
}

// serve runs until the context is done, then gives requests ten seconds.
func serve(ctx context.Context) error {
	shutdown, err := telemetry.Start(ctx, "storefront")
	if err != nil {
		return err
	}
	defer shutdown(context.WithoutCancel(ctx))

	shelves, err := catalog.Open(ctx, catalog.Settings{
		Database: viper.GetString("database"),
		Cache:    viper.GetString("cache"),
		Bucket:   viper.GetString("bucket"),
	})
	if err != nil {
		return err
	}
	till, err := checkout.Open(viper.GetString("stock"), viper.GetString("secret"))
	if err != nil {
		return err
	}

	routes := chi.NewRouter()
	routes.Mount("/catalog", shelves.Routes())
	routes.Mount("/checkout", till.Routes())
	routes.Mount("/metrics", telemetry.Metrics())
	server := &http.Server{
		Addr:    viper.GetString("listen"),
		Handler: otelhttp.NewHandler(routes, "storefront"),
	}

	var group errgroup.Group
	group.Go(server.ListenAndServe)
	group.Go(func() error {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return server.Shutdown(last)
	})
	return group.Wait()
}
