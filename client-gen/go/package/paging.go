package postern

import (
	"iter"
	"net/http"
)

// All yields what a list operation lists, from the first to the last, and asks for a page when it comes to it. The
// request says how long a page is (Limit) and what else is asked for; which field of an answer has the items is said by
// its method:
//
//	policies := client.APIG.RequestThrottlingPolicyAPI.ListRequestThrottlingPolicyV2(ctx, project, gateway).Limit(100)
//	for policy, err := range postern.All(policies, (*apig.ListRequestThrottlingPolicyV2Response).GetThrottles) {
//
// An error ends it.
func All[R interface {
	Offset(int64) R
	Execute() (P, *http.Response, error)
}, P interface{ GetTotal() int64 }, T any](list R, items func(P) []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for offset := int64(0); ; {
			page, _, err := list.Offset(offset).Execute()
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			listed := items(page)
			for _, item := range listed {
				if !yield(item, nil) {
					return
				}
			}
			offset += int64(len(listed))
			// Without a total, an empty page is the end.
			if total := page.GetTotal(); len(listed) == 0 || total > 0 && offset >= total {
				return
			}
		}
	}
}
