using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests;

/// <summary>Which room may know which, by the types that members and method bodies name and by what the sources write.</summary>
public sealed partial class ArchitectureTests
{
    private const string Root = "PortalProxy";
    private const string Simulated = "PortalProxy.SimulatedAppliance";

    private static readonly Assembly Portal = typeof(PortalSettings).Assembly;

    public static TheoryData<string, string[]> Rooms { get; } = new()
    {
        { "Settings", [] },
        { "Telemetry", ["Settings"] },
        { "Languages", ["Settings"] },
        { "Appliance", ["Settings", "Telemetry"] },
        { "Hosting", ["Settings", "Telemetry"] },
        { "Redis", ["Settings"] },
        { "Limits", ["Redis", "Settings", "Telemetry"] },
        { "PublicSites", ["Appliance", "Languages", "Settings"] },
        { "Connector", ["Appliance", "PublicSites", "Languages", "Limits", "Redis", "Settings", "Telemetry"] },
        { "Pages", ["Connector", "Appliance", "PublicSites", "Hosting", "Languages", "Limits", "Settings"] },
        { "Check", ["Connector", "Appliance", "PublicSites", "Languages", "Settings"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_behind_it(string room, string[] known)
    {
        var strangers = Of($"{Root}.{room}")
            .SelectMany(type => Named(type).Select(other => (Type: type.FullName, Other: other.FullName, Room: RoomOf(other))))
            .Where(one => one.Room is not null && one.Room != room && !known.Contains(one.Room))
            .Select(one => $"{one.Type} knows {one.Other}");
        var sources = Repository.Sources($"src/{Root}/{room}", ".cs", ".cshtml")
            .SelectMany(path => RoomName().Matches(File.ReadAllText(Path.Combine(Repository.Root, path)))
                .Select(match => (Path: path, Room: match.Groups[1].Value)))
            .Where(one => one.Room != room && !known.Contains(one.Room))
            .Select(one => $"{one.Path} names {one.Room}");

        Assert.NotEmpty(Of($"{Root}.{room}"));
        Assert.Empty(strangers.Concat(sources).Distinct());
    }

    [Fact]
    public void Every_room_is_named_here()
    {
        var rooms = Portal.GetTypes().Select(RoomOf).OfType<string>().Distinct();

        Assert.Empty(rooms.Except(Rooms.Select(row => row.Data.Item1)));
    }

    [Fact]
    public void The_ways_do_not_know_each_other()
    {
        string[] ways = ["ByRepresentative", "BySessionKey", "ByIssue"];
        foreach (var way in ways)
        {
            var others = ways.Except([way]).ToList();
            Assert.DoesNotContain(
                Of($"{Root}.Pages.{way}").SelectMany(Named),
                other => others.Exists(one => other.FullName!.StartsWith($"{Root}.Pages.{one}", StringComparison.Ordinal)));
            Assert.All(
                Repository.Sources($"src/{Root}/Pages/{way}", ".cs", ".cshtml"),
                path => Assert.DoesNotContain(others, one => File.ReadAllText(Path.Combine(Repository.Root, path)).Contains(one, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Only_demo_mode_knows_the_simulated_appliance_and_it_knows_no_portal()
    {
        var knowing = Portal.GetTypes().Where(type => Named(type).Any(other => other.Assembly.GetName().Name == Simulated))
            .Select(type => Outermost(type).FullName).Distinct();

        Assert.All(knowing, name => Assert.Contains(name, (string[])["PortalProxy.Simulation", "Program"]));
        Assert.Contains("PortalProxy.Simulation", knowing);
        Assert.DoesNotContain(
            typeof(Stand).Assembly.GetReferencedAssemblies(), one => one.Name == Root);
        Assert.Equal(
            [$"src/{Root}/Simulation.cs"],
            Repository.Sources($"src/{Root}", ".cs", ".cshtml")
                .Where(path => File.ReadAllText(Path.Combine(Repository.Root, path)).Contains("SimulatedAppliance", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_folder_and_no_type_has_a_name_that_says_nothing()
    {
        string[] folders = ["Services", "Helpers", "Models", "Common", "Utils", "Interfaces", "Extensions"];
        string[] suffixes = ["Manager", "Helper", "Util", "Service", "Info", "Data", "Impl", "Base"];

        Assert.DoesNotContain(
            Repository.Sources("src", "").Concat(Repository.Sources("tests", "")), path => path.Split('/').SkipLast(1).Intersect(folders).Any());
        Assert.DoesNotContain(
            Portal.GetTypes().Concat(typeof(Stand).Assembly.GetTypes()).Where(IsWritten),
            type => suffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_source_is_longer_than_250_lines() => Assert.All(
        Repository.Sources("src", ".cs", ".cshtml").Concat(Repository.Sources("tests", ".cs")),
        path => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, path)).Count(), 1, 250));

    private static List<Type> Of(string room) =>
        [.. Portal.GetTypes().Where(type => type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true)];

    private static string? RoomOf(Type type) =>
        type.Assembly == Portal && type.Namespace?.Split('.') is [Root, var room, ..] ? room : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true;

    private static IEnumerable<Type> Named(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToList();
        return type.GetInterfaces()
            .Append(type.BaseType ?? typeof(object))
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType))
            .SelectMany(Parts)
            .Distinct();
    }

    // A list of something names that something.
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.GetGenericArguments().Where(one => !one.IsGenericParameter).SelectMany(Parts).Append(type);

    [GeneratedRegex(@"\bPortalProxy\.(Appliance|Check|Connector|Hosting|Languages|Limits|Pages|PublicSites|Redis|Settings|Telemetry)\b")]
    private static partial Regex RoomName();
}
