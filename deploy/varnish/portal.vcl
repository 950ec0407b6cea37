# Varnish in front of the portal: keeps what the portal says a CDN may keep, and drops what the portal says has changed.
# To fill in: where the portal is, who may purge, and with what. docs/operations.md, "Behind a CDN", says how to start it.
# tests/http/varnish.test.ts runs this very file.
vcl 4.1;

import directors;
import std;

probe ready {
  .url = "/readyz";
  .interval = 2s;
  .timeout = 1s;
  .window = 3;
  .threshold = 2;
  .initial = 2;
}

# Fill in: the instances. Nothing that waits longer than 15 s for its first byte is kept: by then the portal has told a change for the
# last time (lib/http/cdn/cdn-purge.ts), and what left before it would stay.
backend portal_1 {
  .host = "portal-1";
  .port = "3000";
  .connect_timeout = 1s;
  .first_byte_timeout = 15s;
  .between_bytes_timeout = 5s;
  .probe = ready;
}

backend portal_2 {
  .host = "portal-2";
  .port = "3000";
  .connect_timeout = 1s;
  .first_byte_timeout = 15s;
  .between_bytes_timeout = 5s;
  .probe = ready;
}

# Fill in: the addresses that the portal's processes come from.
acl purgers {
  "127.0.0.1";
}

sub vcl_init {
  new portals = directors.round_robin();
  portals.add_backend(portal_1);
  portals.add_backend(portal_2);
}

sub vcl_recv {
  set req.backend_hint = portals.backend();

  if (req.url == "/_purge") {
    # Fill in: a file that holds CDN_PURGE_TOKEN and nothing else.
    if (
      req.method != "POST" || client.ip !~ purgers ||
      req.http.Authorization != "Bearer " + regsub(std.fileread("/etc/varnish/purge-token"), "\s+$", "")
    ) {
      return (synth(403));
    }
    if (req.http.Cache-Tag == "*") {
      if (!std.ban("obj.status != 0")) {
        return (synth(500, std.ban_error()));
      }
      return (synth(200, "Purged"));
    }
    # Between commas, and nothing that a regular expression would take for more than itself: listing:1 is not in listing:12.
    if (req.http.Cache-Tag !~ "^[\w:-]+(,[\w:-]+)*$") {
      return (synth(400));
    }
    if (!std.ban("obj.http.Cache-Tag ~ (^|,)(" + regsuball(req.http.Cache-Tag, ",", "|") + ")(,|$)")) {
      return (synth(500, std.ban_error()));
    }
    return (synth(200, "Purged"));
  }

  # Answers are in br, gzip or plain, whatever else a browser takes; a coding with a weight of nothing is refused.
  if (req.http.Accept-Encoding) {
    set req.http.Accept-Encoding = regsuball(req.http.Accept-Encoding, "(?i)[\w*-]+\s*;\s*q=0(\.0*)?\s*(,|$)", "");
    if (req.http.Accept-Encoding ~ "(?i)(^|[\s,])br($|[\s,;])") {
      set req.http.Accept-Encoding = "br";
    } else if (req.http.Accept-Encoding ~ "(?i)(^|[\s,])(x-)?gzip($|[\s,;])") {
      set req.http.Accept-Encoding = "gzip";
    } else {
      unset req.http.Accept-Encoding;
    }
  }

  # A session is answered for itself; whoever has just written is answered by a process that knows what they know.
  if (req.http.Cookie ~ "verandah-(session|seen)=" || req.http.Authorization) {
    return (pass);
  }
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  return (hash);
}

sub vcl_backend_response {
  # Older than its life nothing is shown: the portal, which says so when it must, has stale answers of its own.
  set beresp.grace = 0s;
  set beresp.keep = 0s;
  if (beresp.http.CDN-Cache-Control ~ "max-age=[1-9]" && !beresp.http.Set-Cookie) {
    set beresp.ttl = std.duration(regsub(beresp.http.CDN-Cache-Control, "^.*max-age=(\d+).*$", "\1s"), 0s);
  } else {
    # Remembered as not to be kept, so that those who ask for it do not wait for each other.
    set beresp.ttl = 60s;
    set beresp.uncacheable = true;
  }
  return (deliver);
}

sub vcl_deliver {
  unset resp.http.Cache-Tag;
  unset resp.http.CDN-Cache-Control;
  unset resp.http.X-Varnish;
  unset resp.http.Via;
  if (obj.hits > 0 && !obj.uncacheable) {
    # Of the request that it was made for.
    unset resp.http.X-Request-Id;
    unset resp.http.Server-Timing;
    set resp.http.Cache-Status = resp.http.Cache-Status + ", Varnish; hit";
  }
}
