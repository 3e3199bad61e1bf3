# A web server's time beside our own, both UTC; nothing without an answer. An error page carries the date too.
# Plain HTTP, since a wrong clock breaks certificates.
function Get-WebDate {
    param([Parameter(Mandatory)] [string] $Url, [int] $TimeoutSeconds = 10)
    $request = [Net.WebRequest]::Create($Url)
    $request.Method = 'HEAD'
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.AllowAutoRedirect = $false
    $request.Headers.Set('Cache-Control', 'no-cache')
    $response = $null
    try { $response = $request.GetResponse() }
    catch {
        $failure = $_.Exception
        while ($failure -and $failure -isnot [Net.WebException]) { $failure = $failure.InnerException }
        if ($failure) { $response = $failure.Response }
    }
    if (-not $response) { return }
    $local = [datetime]::UtcNow
    $text = $response.Headers['Date']
    $response.Dispose()
    if (-not $text) { return }
    $style = [Globalization.DateTimeStyles]::AdjustToUniversal
    $remote = [datetime]::ParseExact($text, 'r', [Globalization.CultureInfo]::InvariantCulture, $style)
    [pscustomobject]@{ LocalUtc = $local; RemoteUtc = [datetime]::SpecifyKind($remote, 'Utc') }
}
