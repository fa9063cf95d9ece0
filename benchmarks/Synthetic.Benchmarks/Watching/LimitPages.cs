using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Watching;

/// <summary>Pages with far more of one thing than most have, and a click in the midst of it.</summary>
internal static class LimitPages
{
    /// <summary>What each name begins with.</summary>
    public const string Prefix = "limits: ";

    /// <summary>What a page writes to the console when its answer is shown.</summary>
    public const string Over = "over";

    private const string Go = $$"""
        <button id=go>go</button><p id=out></p><div id=list></div>
        <script>
          const end = () => {
            show();
            afterFrame(() => console.log('{{Over}}'));
          };
        </script>
        """;

    public static IReadOnlyList<MatrixCase> All { get; } =
    [
        Page("50,000 elements", """
            for (let n = 0; n < 500; n++) {
              const row = document.createElement('div');
              for (let m = 0; m < 99; m++) row.append(Object.assign(document.createElement('i'), { textContent: m }));
              element('list').append(row);
            }
            onGo(async () => {
              await ask('db=100');
              end();
            });
            """),
        Page("10,000 changes a second", """
            // A third each: attributes, texts, elements that come and go.
            const rows = Array.from({ length: 200 }, () => element('list').appendChild(document.createElement('i')));
            for (const row of rows) row.textContent = '-';
            const change = n => {
              const row = rows[n % rows.length];
              if (n % 3 === 0) row.title = n;
              else if (n % 3 === 1) row.firstChild.data = n;
              else if (row.childNodes.length > 1) row.lastChild.remove();
              else row.append(document.createElement('b'));
            };
            onGo(() => {
              const from = performance.now();
              let done = 0;
              truth.vitals['the changes'] = 0;
              const some = () => {
                const began = performance.now();
                for (const due = Math.min(10000, (began - from) * 10); done < due; done++) change(done);
                // Behind those who observe the changes.
                queueMicrotask(() => truth.vitals['the changes'] += performance.now() - began);
                if (done < 10000) setTimeout(some, 4);
                else end();
              };
              some();
            });
            """),
        Page("2,000 requests", """
            onGo(async () => {
              let left = 2000;
              const line = async () => { while (left-- > 0) await ask(''); };
              await Promise.all(Array.from({ length: 6 }, line));
              end();
            });
            """),
        Page("200 frames", """
            for (let n = 0; n < 200; n++)
              element('list').append(Object.assign(document.createElement('iframe'), { width: 60, height: 40, srcdoc: `<!doctype html><p>${n}</p>` }));
            onGo(async () => {
              await ask('db=100');
              end();
            });
            """),
    ];

    private static MatrixCase Page(string name, string script) => new() { Name = $"{Prefix}{name}", Body = $"{Go}<script>\n{script}\n</script>" };
}
