// YARP with its defaults. It says nothing of a request, as its peers do not either: the framework's console log would cost it half
// of its requests.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddHttpForwarder();

await using var app = builder.Build();
app.MapForwarder("/{**all}", app.Configuration["Origin"] ?? throw new InvalidOperationException("Origin is missing: write --Origin=http://127.0.0.1:8181."));
await app.RunAsync();
