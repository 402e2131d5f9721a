using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Forwarding;
using PortalProxy.Connector.Reading;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.Features;
using PortalProxy.Appliance;
using PortalProxy.Connector.Downloads;
using PortalProxy.Limits;
using PortalProxy.PublicSites;
using Yarp.ReverseProxy.Forwarder;

namespace PortalProxy.Connector;

/// <summary>
/// The only door to the appliance, in six steps: read the fields, check them, ask for leave, write the request in the appliance's
/// dialect, let YARP forward it and look at the answer, and say how it ended.
/// </summary>
internal sealed partial class ConnectorDoor(
    RequestDelegate forward,
    ConnectorDialect dialect,
    ApplianceOptions options,
    IDownloadStates downloads,
    RequestRates rates,
    KeyTries keys,
    DownloadSlots slots,
    LimitReport report,
    ConnectorMetrics metrics,
    TimeProvider time,
    ILogger<ConnectorDoor> logger)
{
    // Timers run on a coarser clock than the one that measures, and may fire some milliseconds early.
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(100);

    public async Task InvokeAsync(HttpContext context, ConnectorFieldsReader reader, ConnectorIntake intake, PublicSite site)
    {
        context.Response.OnStarting(NeverStore, context);
        var passing = metrics.Begin(context);

        // 1. Read.
        var fields = await reader.ReadAsync(context.Request, context.RequestAborted);
        var client = ClientNetwork.Of(context);
        if (await rates.ConnectorRequestAsync(client) is { } wait)
        {
            End(context, ConnectorOutcome.TooMany, fields, new(), wait: wait);
            return;
        }

        if (context.Request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.OrdinalIgnoreCase))
        {
            End(context, ConnectorOutcome.Prefetched, fields, new());
            return;
        }

        // 2. Check.
        var decision = await intake.DecideAsync(fields, context.RequestAborted);
        if (decision.Request is not { } request)
        {
            End(context, ConnectorOutcome.FieldWrong, fields, decision.Verdict);
            return;
        }

        // 3. Ask for leave.
        var admission = await Admission.AskAsync(
            client, Phone.Is(context.Request.Headers.UserAgent.ToString()), request, keys, slots, context.RequestAborted);
        if (admission.Refusal is { } refusal)
        {
            End(context, refusal, fields, new(), request.Way, wait: admission.Wait);
            return;
        }

        context.Response.RegisterForDispose(admission);

        // 4. Write.
        var written = dialect.Write(request);
        if (written.LeftOut.Count > 0)
        {
            Log.LeftOut(logger, request.Way, string.Join(", ", written.LeftOut));
        }

        // 5. Forward.
        var passage = new ConnectorPassage(written.PathAndQuery, site.ApplianceHost);
        var download = DownloadReport.Of(context.Request, downloads);
        context.Response.OnStarting(() =>
        {
            if (!IsUnderWay(passage))
            {
                return Task.CompletedTask;
            }

            passing.Started(request.Way);
            return StartedAsync(download, admission);
        });
        var sent = await ForwardAsync(context, passage);

        // 6. Say how it ended.
        if (passage.Judgement == ConnectorOutcome.HandedOff)
        {
            context.Features.Set(new ConnectorHandOff(passage.HandOff ?? OwnPage(request, site), fields));
        }

        var outcome = OutcomeOf(context, passage, sent);
        if (IsUnderWay(passage) && download is not null)
        {
            download.Ended(outcome);
        }

        await admission.SettleAsync(outcome, passage.HandOff);
        if (outcome == ConnectorOutcome.Refused)
        {
            report.Refused(client, request.CarriesKey);
        }

        End(context, outcome, fields, new(), request.Way, sent.Count, passage.Cause);
    }

    private static bool IsUnderWay(ConnectorPassage passage) => passage.Judgement == ConnectorOutcome.HandedOver;

    // A download may last longer than any window: what its key has cost is given back before its first byte.
    private static async Task StartedAsync(DownloadReport? download, Admission admission)
    {
        await admission.SettleAsync(ConnectorOutcome.HandedOver);
        download?.Started();
    }

    // A key can be copied. An invitation's address came with its key; no other field may stand in an address that a browser sees.
    private Uri? OwnPage(ConnectorRequest request, PublicSite site) => request switch
    {
        ConnectorRequest.BySessionKey => null,
        ConnectorRequest.ByInvitation => new Uri(options.PageOf(site.ApplianceHost), dialect.Write(request).PathAndQuery),
        _ => options.PageOf(site.ApplianceHost),
    };

    private async Task<SentBytes> ForwardAsync(HttpContext context, ConnectorPassage passage)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var sent = new SentBytes(body, time);
        context.Features.Set(passage);
        context.Response.Body = sent;
        try
        {
            using (BodilessRequest.Of(context))
            {
                await forward(context);
            }
        }
        finally
        {
            context.Features.Set(body);
        }

        return sent;
    }

    private ConnectorOutcome OutcomeOf(HttpContext context, ConnectorPassage passage, SentBytes sent)
    {
        var error = context.GetForwarderErrorFeature();
        if (error is null)
        {
            return passage.Judgement ?? ConnectorOutcome.ApplianceFailed;
        }

        var hasStoodStill = sent.StoodStill >= options.IdleTimeout - TimerSlack;
        passage.Cause = hasStoodStill ? $"nothing moved for {options.IdleTimeout:c}" : FailureCause.Of(error);
        if (!context.Response.HasStarted)
        {
            // Whatever its headers promised: no byte has gone to the customer, and none will.
            passage.Judgement = null;
            return error switch
            {
                _ when context.RequestAborted.IsCancellationRequested => ConnectorOutcome.CustomerLeft,
                { Error: ForwarderError.RequestTimedOut } or { Exception: TimeoutException } => ConnectorOutcome.TooSlow,
                _ when hasStoodStill => ConnectorOutcome.TooSlow,
                _ => ConnectorOutcome.ApplianceFailed,
            };
        }

        // In mid-stream. YARP has aborted the customer's connection: a clean end would make a broken file look whole.
        return hasStoodStill ? ConnectorOutcome.StoodStill
            : error.Error == ForwarderError.ResponseBodyDestination && !sent.Taken.IsFaulted ? ConnectorOutcome.BrokenOff
            : ConnectorOutcome.CustomerLeft;
    }

    private void End(
        HttpContext context,
        ConnectorOutcome outcome,
        ConnectorFields fields,
        ValidationResult verdict,
        ConnectorWay? way = null,
        long bytes = 0,
        string? cause = null,
        TimeSpan? wait = null)
    {
        if (outcome == ConnectorOutcome.HandedOff)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
        else if (!context.Response.HasStarted && outcome != ConnectorOutcome.HandedOver)
        {
            new ConnectorRefusal(outcome, fields, verdict) { Wait = wait }.LeaveIn(context);
        }

        var kind = way ?? (fields.Ways is [var only] ? only : null);
        var faulty = string.Join(", ", verdict.Errors.Select(error => error.PropertyName).Distinct());
        var level = outcome is ConnectorOutcome.ApplianceFailed or ConnectorOutcome.TooSlow or ConnectorOutcome.BrokenOff
            or ConnectorOutcome.StoodStill ? LogLevel.Warning : LogLevel.Information;
        metrics.Ended(context, kind, outcome, bytes);
        Log.Ended(logger, level, kind, outcome, bytes, faulty, cause ?? "");
    }

    private static Task NeverStore(object state)
    {
        ((HttpContext)state).Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Message = "Connector request by {Way}: {Outcome}, {Bytes} bytes. {FaultyFields} {Cause}")]
        public static partial void Ended(
            ILogger logger, LogLevel level, ConnectorWay? way, ConnectorOutcome outcome, long bytes, string faultyFields, string cause);

        [LoggerMessage(2, LogLevel.Information, "Connector request by {Way}: the dialect has no place for {LeftOutFields}.")]
        public static partial void LeftOut(ILogger logger, ConnectorWay way, string leftOutFields);
    }
}
