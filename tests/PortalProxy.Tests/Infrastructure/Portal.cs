using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Appliance;
using Serilog.Core;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>The portal on a real socket: aborts, headers and back-pressure are true there only.</summary>
public sealed class Portal : IAsyncDisposable
{
    // All tests ask from one address; those that are about a limit set it.
    private static readonly (string Key, string Value)[] Roomy =
    [
        ("Portal:RateLimits:RefusedKeysPerMinute", "100000"),
        ("Portal:RateLimits:RefusedKeysPerHour", "100000"),
        ("Portal:RateLimits:RefusedKeysPerMinuteInTotal", "100000"),
        ("Portal:RateLimits:ConnectorRequestsPerMinute", "100000"),
        ("Portal:RateLimits:PagesPerMinute", "100000"),
    ];

    private readonly Factory factory;

    private Portal(Factory factory)
    {
        this.factory = factory;
        Url = factory.ClientOptions.BaseAddress;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = Url,
        };
    }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public Uri Url { get; }

    public LogRecord Log => factory.Log;

    public IServiceProvider Services => factory.Services;

    /// <summary>Starts it in Production in front of the given appliance, with a command API account.</summary>
    public static Portal Before(Stand appliance, params (string Key, string Value)[] settings) => Start(
    [
        ("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
        ("Appliance:Username", "portal"),
        ("Appliance:Password", "simulated"),
        .. settings,
    ]);

    public static Portal Start(params (string Key, string Value)[] settings) => With(_ => { }, settings);

    /// <summary>Starts it with something registered anew, for a test of what no setting changes.</summary>
    public static Portal With(Action<IServiceCollection> change, params (string Key, string Value)[] settings) =>
        Start(new Factory([.. Roomy, .. settings], file: null, change));

    /// <summary>Starts it with a file of settings that may change while it runs; what the file holds at the start comes too late.</summary>
    public static Portal Watching(string file, params (string Key, string Value)[] settings) => Start(new Factory([.. Roomy, .. settings], file, _ => { }));

    private static Portal Start(Factory factory)
    {
        factory.UseKestrel();
        factory.StartServer();
        return new(factory);
    }

    /// <summary>
    /// Loads the directory. The first fetch pays for the first use of everything, and on a busy machine may take longer than a page
    /// is ready to wait; tests that are not about that begin here.
    /// </summary>
    public async Task<Portal> WithDirectoryAsync()
    {
        var directory = Services.GetRequiredService<SupportDirectory>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await directory.GetAsync(patience.Token) is null)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await factory.DisposeAsync();
    }

    private sealed class Factory((string Key, string Value)[] settings, string? file, Action<IServiceCollection> change) : WebApplicationFactory<Program>
    {
        public LogRecord Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // Without these two the root's appsettings.json and the assets are silently not there.
            builder.UseEnvironment("Production").UseSolutionRelativeContentRoot("").UseStaticWebAssets();

            // Not UseKestrel(0): that writes the port while Program may have started the server already.
            builder.UseUrls("http://127.0.0.1:0");

            // Nobody waits for a test's portal to be taken out of service.
            builder.UseSetting("Portal:DrainDelay", "00:00:00");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            if (file is not null)
            {
                builder.ConfigureAppConfiguration(configuration => configuration.AddJsonFile(file, optional: false, reloadOnChange: true));
            }

            builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(Log)).ConfigureTestServices(change);
        }
    }
}
