// YARP with its defaults. It says nothing of a request, as its peers do not either: the framework's console log would cost it half
// of its requests.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddHttpForwarder();
builder.Services.AddHttpClient();

await using var app = builder.Build();
var origin = app.Configuration["Origin"] ?? throw new InvalidOperationException("Origin is missing: write --Origin=http://127.0.0.1:8181.");

// What this server can do at best for a page: bytes out of memory, and no question asked.
byte[]? page = null;
app.MapGet("/copied-page", async context =>
{
    page ??= await context.RequestServices.GetRequiredService<HttpClient>().GetByteArrayAsync(new Uri($"{origin}/copied-page"));
    context.Response.ContentType = "text/html; charset=utf-8";
    context.Response.ContentLength = page.Length;
    await context.Response.Body.WriteAsync(page);
});
app.MapForwarder("/{**all}", origin);
await app.RunAsync();
