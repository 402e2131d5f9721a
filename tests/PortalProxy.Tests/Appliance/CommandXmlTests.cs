namespace PortalProxy.Tests.Appliance;

public sealed class CommandXmlTests
{
    private const int Limit = 4 * 1024 * 1024;

    [Theory]
    [InlineData("<error>Permission denied.</error>")]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?>\n<error>Permission denied.</error>\n")]
    [InlineData("<error xmlns='https://www.beyondtrust.com/namespaces/API/command'>Permission denied.</error>")]
    [InlineData("<logged_in_reps><error>Permission denied.</error></logged_in_reps>")]
    [InlineData("<logged_in_reps xmlns='http://www.bomgar.com/namespaces/API/command'><error>Permission denied.</error></logged_in_reps>")]
    [InlineData("<error><![CDATA[Permission denied.]]></error>")]
    public async Task An_error_is_told_in_the_appliances_words(string answer) =>
        Assert.Equal("get_something: the appliance says \"Permission denied.\".", await Xml.RefusalOfAsync(answer));

    [Fact]
    public async Task A_long_error_is_shortened()
    {
        var message = await Xml.RefusalOfAsync($"<error>{string.Concat(Enumerable.Repeat("no-", 30_000))}</error>");

        Assert.InRange(message.Length, 200, 300);
        Assert.Contains("no-no…", message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("Internal Server Error")]
    [InlineData("<logged_in_reps>")]
    [InlineData("<logged_in_reps></logged_in_rep>")]
    [InlineData("<logged_in_reps/><logged_in_reps/>")]
    [InlineData("<html><body><p>Sign in<br></body></html>")]
    [InlineData("<logged_in_reps>&nbsp;</logged_in_reps>")]
    [InlineData("<logged_in_reps>&#0;</logged_in_reps>")]
    [InlineData("<?xml version='1.0' encoding='of-our-own'?><logged_in_reps/>")]
    [InlineData("{\"logged_in_reps\":[]}")]
    public async Task What_is_no_XML_is_no_answer(string answer) =>
        Assert.StartsWith("get_something: the answer is not the XML of an answer (", await Xml.RefusalOfAsync(answer), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!DOCTYPE logged_in_reps><logged_in_reps/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>")]
    [InlineData("<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/evil.dtd'><r/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]><r>&c;</r>")]
    public async Task A_document_type_is_refused_before_an_entity_is_looked_at(string answer) =>
        Assert.Contains("DTD is prohibited", await Xml.RefusalOfAsync(answer));

    [Fact]
    public async Task Four_megabytes_are_enough_for_anybody()
    {
        var message = await Xml.RefusalOfAsync($"<logged_in_reps>{new string(' ', Limit)}</logged_in_reps>");

        Assert.Contains("not the XML of an answer", message);
    }

    [Fact]
    public async Task Just_under_the_limit_is_read()
    {
        var root = await Xml.ReadAsync($"<logged_in_reps><rep>{new string('x', Limit - 100)}</rep></logged_in_reps>");

        Assert.Equal(Limit - 100, root.Value.Length);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var endless = new Endless();

        await Assert.ThrowsAsync<PortalProxy.Appliance.CommandApiException>(() =>
            PortalProxy.Appliance.CommandXml.ReadAsync(endless, "get_something", new([]), TestContext.Current.CancellationToken));
        Assert.InRange(endless.Taken, Limit, 2 * Limit);
    }

    /// <summary>A root element that never closes.</summary>
    private sealed class Endless : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            if (Taken == 0)
            {
                "<r>"u8.CopyTo(buffer.Span);
            }

            Taken += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();
    }
}
