using System.Text;
using PortalProxy.Connector.Forwarding;

namespace PortalProxy.Tests.Connector.Forwarding;

public sealed class AnswerFrameTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nX: y\r\ncontent-length:\t3 \r\nZ: z\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 3\n\nabc")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\r\n\n")]
    public void Not_a_byte_may_follow_a_whole_answer_however_it_comes(string answer)
    {
        for (var piece = 1; piece <= answer.Length; piece++)
        {
            var frame = new AnswerFrame();
            frame.Asked(isHead: false);

            foreach (var part in answer.Chunk(piece))
            {
                Assert.False(frame.IsWhole);
                Assert.True(frame.Took(Encoding.Latin1.GetBytes(part)));
            }

            Assert.True(frame.IsWhole);
            Assert.True(frame.Took([]));
            Assert.False(frame.Took("x"u8));
        }
    }

    [Fact]
    public void A_surplus_is_seen_in_the_same_piece_too()
    {
        var frame = new AnswerFrame();
        frame.Asked(isHead: false);

        Assert.False(frame.Took("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcd"u8));
    }

    [Fact]
    public void The_next_request_begins_anew()
    {
        var frame = new AnswerFrame();
        for (var turn = 0; turn < 3; turn++)
        {
            frame.Asked(isHead: false);
            Assert.True(frame.Took("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"u8));
            Assert.True(frame.IsWhole);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")]
    public void Without_one_clear_length_nothing_is_counted(string head) => AssertUncounted(isHead: false, head);

    [Fact]
    public void The_answer_to_a_head_has_no_body_to_count() => AssertUncounted(isHead: true, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n");

    [Fact]
    public void A_head_without_an_end_is_not_kept_for_ever() => AssertUncounted(isHead: false, new string('x', 70_000));

    private static void AssertUncounted(bool isHead, string text)
    {
        var frame = new AnswerFrame();
        frame.Asked(isHead);

        Assert.True(frame.Took(Encoding.Latin1.GetBytes(text)));
        Assert.True(frame.Took("anything\n\n at all"u8));
        Assert.False(frame.IsWhole);
    }
}
