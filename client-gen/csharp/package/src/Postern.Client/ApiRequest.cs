using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Postern.Client
{
    /// <summary>A request as generated code describes it; what is null is left out.</summary>
    public sealed class ApiRequest
    {
        private readonly List<string> _query = new List<string>();
        private readonly List<KeyValuePair<string, object>> _form = new List<KeyValuePair<string, object>>();
        private string _path;
        private object? _body;

        /// <summary>A request to a path, which may have parameters in braces.</summary>
        public ApiRequest(string method, string path)
        {
            Method = new HttpMethod(method);
            _path = path;
        }

        internal HttpMethod Method { get; }

        internal List<KeyValuePair<string, string>> Headers { get; } = new List<KeyValuePair<string, string>>();

        internal string PathAndQuery => _query.Count == 0 ? _path : _path + "?" + string.Join("&", _query);

        /// <summary>Fills in a parameter of the path.</summary>
        /// <exception cref="ArgumentException">If it is null or empty, or would lead to another path.</exception>
        public ApiRequest Path(string name, object? value)
        {
            string text = value == null ? "" : Text(value);
            if (text == "" || text == "." || text == "..")
            {
                throw new ArgumentException($"The parameter {name} of the path must not be \"{text}\"");
            }
            _path = _path.Replace("{" + name + "}", Uri.EscapeDataString(text));
            return this;
        }

        /// <summary>Adds to the query; a list is added item by item.</summary>
        public ApiRequest Query(string name, object? value)
        {
            if (value is IEnumerable list && !(value is string))
            {
                foreach (object? item in list)
                {
                    Query(name, item);
                }
            }
            else if (value != null)
            {
                _query.Add(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(Text(value)));
            }
            return this;
        }

        /// <summary>Adds a header.</summary>
        public ApiRequest Header(string name, object? value)
        {
            if (value != null)
            {
                Headers.Add(KeyValuePair.Create(name, Text(value)));
            }
            return this;
        }

        /// <summary>Adds to a form, which is sent as multipart/form-data.</summary>
        public ApiRequest Form(string name, object? value)
        {
            if (value != null)
            {
                _form.Add(KeyValuePair.Create(name, value));
            }
            return this;
        }

        /// <summary>Sets what is sent as JSON.</summary>
        public ApiRequest Body(object? value)
        {
            _body = value;
            return this;
        }

        internal HttpContent? Content()
        {
            if (_form.Count > 0)
            {
                var form = new MultipartFormDataContent();
                foreach (var part in _form)
                {
                    if (part.Value is FileParameter file)
                    {
                        form.Add(new ByteArrayContent(file.Content), part.Key, file.Name ?? part.Key);
                    }
                    else
                    {
                        form.Add(new StringContent(Text(part.Value)), part.Key);
                    }
                }
                return form;
            }
            if (_body == null)
            {
                return null;
            }
            var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(_body, _body.GetType(), Json.Options));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return content;
        }

        private static string Text(object value) =>
            value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }
}
