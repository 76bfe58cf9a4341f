using System;

namespace Postern.Client
{
    /// <summary>How a client sends.</summary>
    public sealed class ClientOptions
    {
        /// <summary>How long an attempt may take until its answer is read.</summary>
        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

        /// <summary>How often a request that is refused with 429 or 503 is sent at most; 1 for never again.</summary>
        public int Attempts { get; set; } = 4;

        /// <summary>The pause after the first attempt. It doubles; the server's Retry-After counts more.</summary>
        public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

        internal ClientOptions Checked()
        {
            if (Timeout <= TimeSpan.Zero || Attempts < 1 || Delay < TimeSpan.Zero)
            {
                throw new ArgumentException("Timeout must be more than 0, Attempts 1 or more, and Delay 0 or more");
            }
            return (ClientOptions)MemberwiseClone();
        }
    }
}
