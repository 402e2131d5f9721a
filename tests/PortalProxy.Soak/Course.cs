using PortalProxy.Soak.Customers;
using PortalProxy.Soak.Deeds;
using PortalProxy.Soak.Findings;
using PortalProxy.Soak.Stage;

namespace PortalProxy.Soak;

/// <summary>
/// The soak from its start to its verdict: two portals are started and warmed up, the customers come, everything that can go away
/// goes away and returns, the customers leave, and the portals must become what they were.
/// </summary>
internal sealed class Course(SoakOptions options, TextWriter output)
{
    private readonly Ledger ledger = new();
    private readonly TimeProvider time = TimeProvider.System;

    /// <returns>Whether all is well.</returns>
    /// <exception cref="OperationCanceledException">It was stopped before its end.</exception>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        var began = time.GetTimestamp();
        await using var scene = await Scene.SetAsync(options.Folder, ledger);
        await SayAsync($"{options.Customers} customers for {options.Length.TotalMinutes:0.#} minutes, two portals, two appliances, one Redis.");
        for (var place = 0; place < scene.Places; place++)
            await StartAsync(scene, place, stop);

        using var watching = new CancellationTokenSource();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await scene.Balancer.LookAsync(stop);
        var watch = scene.Balancer.WatchAsync(watching.Token);
        var customers = Task.WhenAll(
            Crowd(Mix.Everything, SoakOptions.Thinking, scene).RunAsync(options.Customers, "10.1", scene.Balancer.Next, leaving.Token, stop),
            Crowd(Mix.Guessing, TimeSpan.FromSeconds(2), scene).RunAsync(1, "10.2", scene.Balancer.Next, leaving.Token, stop));
        try
        {
            await TroubleAsync(scene, stop);
            await RestAsync("all is well", 0.15, stop);
        }
        finally
        {
            await leaving.CancelAsync();
            await customers;
            await watching.CancelAsync();
            await watch;
        }

        var lasted = time.GetElapsedTime(began);
        await SayAsync("the customers have left; the portals settle");
        var settled = await new Settling(scene, ledger).WaitAsync(stop);
        await output.WriteLineAsync(Report.Of(ledger, settled, lasted));
        return ledger.IsWell;
    }

    private async Task TroubleAsync(Scene scene, CancellationToken stop)
    {
        await RestAsync("all is well", 0.10, stop);
        for (var place = 0; place < scene.Places; place++)
        {
            using (ledger.Troubles.Begin(Trouble.RollingRestart))
            {
                await SayAsync($"{scene.Replicas[place].Name} is asked to stop");
                await scene.StopAsync(place);
            }

            await StartAsync(scene, place, stop);
        }

        await RestAsync("all is well", 0.15, stop);
        using (ledger.Troubles.Begin(Trouble.MainAway))
        {
            await scene.Appliances.LoseMainAsync();
            await RestAsync("the appliance has died", 0.15, stop);
            await HealthyAsync(scene, 1, scene.Appliances.ReturnMainAsync, stop);
        }

        await RestAsync("the appliance is back", 0.10, stop);
        using (ledger.Troubles.Begin(Trouble.RedisAway))
        {
            await scene.Redis.DieAsync();
            await RestAsync("Redis has died", 0.15, stop);
            var before = ledger.EventsThat("Redis is back");
            await scene.Redis.ReturnAsync();
            await UntilAsync(() => ledger.EventsThat("Redis is back") >= before + scene.Places, "both portals have found Redis again", stop);
        }

        await RestAsync("Redis is back", 0.10, stop);
        using (ledger.Troubles.Begin(Trouble.BothAway))
        {
            await scene.Appliances.LoseMainAsync();
            await scene.Appliances.LoseBackupAsync();
            await RestAsync("both appliances have died", 0.05, stop);
            await HealthyAsync(scene, 2, async () => await Task.WhenAll(scene.Appliances.ReturnBackupAsync(), scene.Appliances.ReturnMainAsync()), stop);
        }
    }

    private async Task StartAsync(Scene scene, int place, CancellationToken stop)
    {
        var replica = await scene.StartAsync(place);
        await UntilAsync(() => replica.KnowsWhoIsThereAsync(stop), $"{replica.Name} has its directory", stop);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(options.WarmUp);
        await Crowd(Mix.Ordinary, TimeSpan.FromSeconds(2), scene).RunAsync(options.WarmingCustomers, "10.3", () => replica.Url, enough.Token, stop);
        await Task.Delay(Settling.Pause, time, stop);
        replica.Warm = await replica.MeasureAsync(stop);
        replica.IsInService = true;
        await SayAsync($"{replica.Name} serves; started {replica.Fresh}, warm {replica.Warm}");
    }

    private Crowd Crowd(IReadOnlyList<Deed> deeds, TimeSpan thinking, Scene scene) => new(deeds, thinking, scene.Appliances, ledger);

    /// <summary>Brings appliances back, and waits until both portals have found that out.</summary>
    private async Task HealthyAsync(Scene scene, int appliances, Func<Task> bringBack, CancellationToken stop)
    {
        const string Found = "Appliance {Address} is Healthy now";
        var before = ledger.EventsThat(Found);
        await bringBack();
        await UntilAsync(() => ledger.EventsThat(Found) >= before + (appliances * scene.Places), "both portals have found the appliances again", stop);

        // What a customer's own request has shown counts for three probes.
        await Task.Delay(TimeSpan.FromSeconds(5), time, stop);
    }

    private Task UntilAsync(Func<bool> isSo, string what, CancellationToken stop) => UntilAsync(() => Task.FromResult(isSo()), what, stop);

    private async Task UntilAsync(Func<Task<bool>> isSo, string what, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isSo())
        {
            stop.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested)
            {
                ledger.Fault($"Waited a minute in vain until {what}.");
                return;
            }

            await Task.Delay(200, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RestAsync(string what, double share, CancellationToken stop)
    {
        await SayAsync(what);
        await Task.Delay(options.Length * share, time, stop);
    }

    private Task SayAsync(string what) => output.WriteLineAsync($"{time.GetLocalNow():HH:mm:ss}  {what}");
}
