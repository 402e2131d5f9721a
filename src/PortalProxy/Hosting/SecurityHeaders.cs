using System.Collections.Concurrent;
namespace PortalProxy.Hosting;

/// <summary>The headers that every answer carries, errors, assets and downloads included.</summary>
public static class SecurityHeaders
{
    /// <param name="services">The registrations.</param>
    /// <param name="frameAncestorsOf">Sources of CSP <c>frame-ancestors</c> beside <c>'self'</c>, for a request.</param>
    public static IServiceCollection AddPortalSecurityHeaders(
        this IServiceCollection services, Func<HttpContext, IReadOnlyList<string>> frameAncestorsOf)
    {
        var policies = new ConcurrentDictionary<string, HeaderPolicyCollection>(StringComparer.Ordinal);
        services.AddSecurityHeaderPolicies().SetPolicySelector(request =>
        {
            if (Health.IsAskedFor(request.HttpContext))
            {
                return NotEmbeddable;
            }

            var ancestors = frameAncestorsOf(request.HttpContext);
            return policies.GetOrAdd(string.Join(' ', ancestors), _ => Policy(ancestors));
        });
        return services;
    }

    public static IApplicationBuilder UsePortalSecurityHeaders(this IApplicationBuilder app) => app
        .UseSecurityHeaders()
        .Use((context, next) =>
        {
            context.Response.OnStarting(NeverStoreWhatIsPersonal, context);
            return next(context);
        });

    private static readonly HeaderPolicyCollection NotEmbeddable =
        Headers(csp => csp.AddFrameAncestors().None()).AddFrameOptionsDeny();

    private static HeaderPolicyCollection Policy(IReadOnlyList<string> frameAncestors)
    {
        var policy = Headers(csp => csp.AddFrameAncestors().Self().From(frameAncestors));

        // X-Frame-Options knows no list: it would lock out those whom frame-ancestors lets in.
        return frameAncestors.Count == 0 ? policy.AddFrameOptionsSameOrigin() : policy;
    }

    private static HeaderPolicyCollection Headers(Action<CspBuilder> framing) =>
        new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                framing(csp);
            })
            .AddContentTypeOptionsNoSniff()
            // Not no-referrer: under it browsers send "Origin: null" with a form, and over plain HTTP the guard would refuse everybody.
            .AddReferrerPolicySameOrigin()
            .AddPermissionsPolicy(Nothing)
            .AddCrossOriginResourcePolicy(resources => resources.SameOrigin())
            .AddStrictTransportSecurity(maxAgeInSeconds: 31536000, includeSubdomains: false, preload: false);

    // Features that today's browsers know; an unknown one would put a warning in every visitor's console.
    private static void Nothing(PermissionsPolicyBuilder features)
    {
        features.AddAccelerometer().None();
        features.AddCamera().None();
        features.AddGeolocation().None();
        features.AddGyroscope().None();
        features.AddMagnetometer().None();
        features.AddMicrophone().None();
        features.AddPayment().None();
        features.AddUsb().None();
    }

    private static Task NeverStoreWhatIsPersonal(object state)
    {
        var context = (HttpContext)state;
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Query.Keys.Any(PersonalFields.Is))
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
