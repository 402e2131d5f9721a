using PortalProxy.Connector.Reading;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Tests.Infrastructure;
using Serilog.Core;

namespace PortalProxy.Tests.Pages;

/// <summary>A portal with a mistake in it: its rules throw.</summary>
internal sealed class BrokenPortal((string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public LogRecord Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public static BrokenPortal Start(params (string Key, string Value)[] settings)
    {
        var portal = new BrokenPortal(settings);
        portal.Client = portal.CreateClient();
        return portal;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => settings
        .Aggregate(builder, (all, one) => all.UseSetting(one.Key, one.Value))
        .UseEnvironment("Production").UseSolutionRelativeContentRoot("").UseStaticWebAssets()
        .UseSetting("Appliance:BaseUrl", "http://127.0.0.1:9")
        .ConfigureTestServices(services => services
            .AddSingleton<ILogEventSink>(Log)
            .AddSingleton<IValidator<ConnectorFields>>(new Mistake()));

    private sealed class Mistake : AbstractValidator<ConnectorFields>
    {
        public override Task<ValidationResult> ValidateAsync(ValidationContext<ConnectorFields> context, CancellationToken cancellation = default) =>
            throw new InvalidOperationException("A mistake of ours.");
    }
}
