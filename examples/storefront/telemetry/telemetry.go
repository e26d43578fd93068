// Package telemetry sends traces over OTLP and shows metrics to Prometheus.
package telemetry

import (
	"context"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.uber.org/zap"
)

// Start sends traces until the returned function is called.
func Start(ctx context.Context, service string) (func(context.Context) error, error) {
	exporter, err := otlptracegrpc.New(ctx)
	if err != nil {
		return nil, err
	}
	provider := trace.NewTracerProvider(trace.WithBatcher(exporter))
	otel.SetTracerProvider(provider)
	zap.L().Info("tracing", zap.String("service", service))
	return provider.Shutdown, nil
}

// Metrics is the page that Prometheus reads.
func Metrics() http.Handler { return promhttp.Handler() }
