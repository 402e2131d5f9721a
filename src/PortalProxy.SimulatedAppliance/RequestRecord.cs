namespace PortalProxy.SimulatedAppliance;

/// <summary>The requests that reached the appliance, its control page's own excepted. Keeps the last 10,000.</summary>
public sealed class RequestRecord
{
    private const int Capacity = 10_000;
    private readonly Lock gate = new();
    private readonly Queue<RecordedRequest> requests = [];

    /// <summary>All of them, oldest first. A request stands here before it is answered.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>Those to one path, without its query, exactly as sent.</summary>
    public IReadOnlyList<RecordedRequest> To(string path) => [.. All.Where(request => request.Path == path)];

    /// <summary>Forgets everything so far.</summary>
    public void Clear()
    {
        lock (gate)
            requests.Clear();
    }

    internal void Add(RecordedRequest request)
    {
        lock (gate)
        {
            requests.Enqueue(request);
            if (requests.Count > Capacity)
                requests.Dequeue();
        }
    }
}
