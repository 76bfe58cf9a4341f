using System;

namespace Postern.Client
{
    /// <summary>A file that is sent or was received.</summary>
    public sealed class FileParameter
    {
        /// <summary>A file with a name, which a received one does not have.</summary>
        public FileParameter(byte[] content, string? name = null)
        {
            Content = content ?? throw new ArgumentNullException(nameof(content));
            Name = name;
        }

        /// <summary>What is in it.</summary>
        public byte[] Content { get; }

        /// <summary>How it is called.</summary>
        public string? Name { get; }
    }
}
