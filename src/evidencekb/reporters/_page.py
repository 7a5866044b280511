"""The page of the HTML reporter: a jinja2 template with its style, no script."""

from __future__ import annotations

from typing import Final

PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ title }} - evidencekb</title>
<style>
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --line: #d0d0d0; --soft: #595959;
  --error: #a4161a; --warning: #7a4a00; --note: #1d4f91; --ok: #1b6e3c; --mark: #ffe3e3; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --line: #444; --soft: #b0b0b0;
  --error: #ff8f8f; --warning: #f0b866; --note: #8fbcff; --ok: #7fd6a0; --mark: #5a1f1f; } }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
article { border-top: 1px solid var(--line); padding: .75rem 0; }
article p { margin: .35rem 0; }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
mark { background: var(--mark); color: inherit; text-decoration: underline; font-weight: 600; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: left; padding: .15rem 1rem .15rem 0; border-bottom: 1px solid var(--line); }
caption { text-align: left; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .35rem 0; }
dt, .where { color: var(--soft); } dd { margin: 0; }
.error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
.ok { color: var(--ok); }
</style>
</head>
<body>
<header>
<h1>{{ title }}</h1>
<p>{% for severity, words in tallies %}<strong class="{{ severity }}">{{ words }}</strong>{{ ", " if not loop.last }}\
{% endfor %}. {{ looked_at }}.</p>
</header>
<main>
{% for section in sections %}
<section>
<h2>{{ section.path }}</h2>
{% if section.supported %}
<p class="ok">{{ section.supported }} supported and not listed.</p>
{% endif %}
{% for item in section.items %}
<article>
<p><strong class="{{ item.severity }}">{{ item.severity }}: {{ item.name }}</strong> \
<span class="where">at {{ item.where }}</span>{% if item.suppressed %} \
<em>suppressed: {{ item.suppressed }}</em>{% endif %}</p>
{% if item.before or item.marked or item.after %}
<blockquote>{{ item.before }}<mark>{{ item.marked }}</mark>{{ item.after }}</blockquote>
{% endif %}
<p>{{ item.message }}</p>
{% if item.facts %}
<dl>
{% for name, value in item.facts %}
<dt>{{ name }}</dt><dd>{{ value }}</dd>
{% endfor %}
</dl>
{% endif %}
</article>
{% else %}
<p>Nothing found.</p>
{% endfor %}
</section>
{% else %}
<p>Nothing found.</p>
{% endfor %}
</main>
<footer>
{% for name, rows in tables %}
<table>
<caption>{{ name }}</caption>
{% for row, count in rows %}
<tr><th scope="row">{{ row }}</th><td>{{ count }}</td></tr>
{% endfor %}
</table>
{% endfor %}
{% if meanings %}
<h2>What the names mean</h2>
<dl>
{% for name, meaning in meanings %}
<dt>{{ name }}</dt><dd>{{ meaning }}</dd>
{% endfor %}
</dl>
{% endif %}
</footer>
</body>
</html>
"""
