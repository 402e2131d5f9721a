using System.Diagnostics;
using PortalProxy.Soak.Findings;
using PortalProxy.Soak.Stage;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Soak.Customers;

/// <summary>One customer with an address, a browser and a line.</summary>
internal sealed class Customer : IDisposable
{
    // Longer than anything a customer does may take, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Customer(string address, Func<Uri> choose, Appliances appliances, Ledger ledger, CancellationToken leaving)
    {
        (Appliances, Ledger, Leaving) = (appliances, ledger, leaving);
        Client = new HttpClient(new Sending(Line.Open(), choose, ledger))
        {
            BaseAddress = new Uri("http://portal.invalid/"), // The balancer puts a replica's in its place.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", address);
        Browser = new Browser(Client);
    }

    public HttpClient Client { get; }

    public Browser Browser { get; }

    public Appliances Appliances { get; }

    public Ledger Ledger { get; }

    /// <summary>When it is time to close what is open.</summary>
    public CancellationToken Leaving { get; }

    /// <summary>Does one thing. Whatever goes wrong with it and is not said to be allowed is a fault.</summary>
    public async Task DoAsync(Deed deed, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await deed.Do(this, patience.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The whole soak is being stopped.
        }
        catch (Exception failure)
        {
            // Noted, and the next deed begins: one failure must not hide the others.
            Ledger.Fault($"{deed.Name}: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")} ({failure.InnerException?.Message})");
        }
    }

    /// <summary>Holds an answer's status against what is right.</summary>
    public void Expect(string what, HttpResponseMessage answer, params int[] right)
    {
        if (!right.Contains((int)answer.StatusCode))
            Ledger.Fault($"{what}: status {(int)answer.StatusCode} in the place of {string.Join(" or ", right)}");
    }

    /// <summary>Whether there was one of these troubles since a timestamp.</summary>
    public bool Had(long began, params Trouble[] troubles) => Ledger.Troubles.Since(began, troubles);

    public static long Now => Stopwatch.GetTimestamp();

    public void Dispose() => Client.Dispose();
}
