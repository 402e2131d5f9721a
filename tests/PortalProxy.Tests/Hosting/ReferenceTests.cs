using Microsoft.AspNetCore.Http;
using PortalProxy.Hosting;

namespace PortalProxy.Tests.Hosting;

public sealed class ReferenceTests
{
    [Fact]
    public void A_reference_is_eight_characters_that_nobody_mishears()
    {
        var references = Enumerable.Range(0, 500).Select(_ => Reference.Of(new DefaultHttpContext())).ToList();

        Assert.All(references, one => Assert.Matches("^[2-79A-Z]{8}$", one));
        Assert.DoesNotContain(references, one => one.Any("0O1IL5S8BAEU".Contains));
        Assert.Equal(references.Count, references.Distinct().Count());
    }

    [Fact]
    public void One_request_has_one_reference()
    {
        var context = new DefaultHttpContext();

        Assert.Equal(Reference.Of(context), Reference.Of(context));
    }
}
