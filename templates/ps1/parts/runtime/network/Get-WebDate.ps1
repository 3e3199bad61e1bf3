# { LocalUtc, RemoteUtc, Status, Body } of a web server, the times UTC; nothing without an answer that carries a
# date. What looks like an answer may come from a portal or a cache: whoever sets a clock judges status and body.
# Plain HTTP, since a wrong clock breaks certificates; a redirection is an answer of its own.
function Get-WebDate {
    param([Parameter(Mandatory)] [string] $Url, [int] $TimeoutSeconds = 10)
    $request = [Net.WebRequest]::Create($Url)
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.ReadWriteTimeout = 1000 * $TimeoutSeconds
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
    try {
        $buffer = New-Object -TypeName char[] -ArgumentList 1024
        $reader = New-Object -TypeName IO.StreamReader -ArgumentList $response.GetResponseStream()
        $null = $reader.ReadBlock($buffer, 0, $buffer.Length)
        $style = [Globalization.DateTimeStyles]::AdjustToUniversal
        $culture = [cultureinfo]::InvariantCulture
        $remote = [datetime]::ParseExact([string] $response.Headers['Date'], 'r', $culture, $style)
        [pscustomobject]@{
            LocalUtc  = $local
            RemoteUtc = [datetime]::SpecifyKind($remote, 'Utc')
            Status    = [int] $response.StatusCode
            Body      = (-join $buffer).Trim([char] 0, ' ', [char] 13, [char] 10)
        }
    }
    catch { Write-Verbose -Message "$Url $($_.Exception.GetType().Name)" }
    finally { $response.Dispose() }
}
