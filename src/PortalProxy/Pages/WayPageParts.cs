using PortalProxy.Connector.Reading;
using Microsoft.Extensions.Localization;
using PortalProxy.Connector;
using PortalProxy.Limits;
using PortalProxy.Pages.Start;

namespace PortalProxy.Pages;

/// <summary>What the page of every way works with.</summary>
public sealed record WayPageParts(
    ConnectorFieldsReader Reader, ConnectorIntake Intake, Offers Offers, Prefill Prefill, StartDescriptions Starts, KeyTries Keys, IStringLocalizer Texts);
