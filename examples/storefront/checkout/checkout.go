// Package checkout takes the money: it asks the stock service whether the
// goods are there and opens a payment page at Stripe.
package checkout

import (
	"context"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-kit/kit/endpoint"
	httpkit "github.com/go-kit/kit/transport/http"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stripe/stripe-go/v82"
	"github.com/stripe/stripe-go/v82/checkout/session"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// Till knows the stock service and the key that signs baskets.
type Till struct {
	stock  *grpc.ClientConn
	secret []byte
}

// Open prepares a connection to the stock service; it dials on first use.
func Open(stock, secret string) (*Till, error) {
	conn, err := grpc.NewClient(stock,
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	return &Till{stock: conn, secret: []byte(secret)}, nil
}

// Routes are relative to where the till is mounted.
func (t *Till) Routes() http.Handler {
	routes := chi.NewRouter()
	routes.Method(http.MethodPost, "/",
		httpkit.NewServer(t.pay(), t.basket, httpkit.EncodeJSONResponse))
	return routes
}

// basket reads the signed basket that the shop's pages send.
func (t *Till) basket(_ context.Context, r *http.Request) (any, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(r.FormValue("basket"), &claims,
		func(*jwt.Token) (any, error) { return t.secret, nil })
	return claims.Subject, err
}

func (t *Till) pay() endpoint.Endpoint {
	return func(ctx context.Context, basket any) (any, error) {
		reply, err := grpc_health_v1.NewHealthClient(t.stock).
			Check(ctx, &grpc_health_v1.HealthCheckRequest{})
		if err != nil {
			return nil, err
		}
		if reply.Status != grpc_health_v1.HealthCheckResponse_SERVING {
			return nil, errors.New("the stock service is closed")
		}
		return session.New(&stripe.CheckoutSessionParams{
			ClientReferenceID: stripe.String(basket.(string)),
		})
	}
}
