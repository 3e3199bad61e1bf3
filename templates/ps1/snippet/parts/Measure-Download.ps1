function Measure-Download([string] $Url, [int] $Bytes, [int] $TimeoutSeconds = 30) {
    $request = [Net.WebRequest]::Create($Url)
    $request.Timeout = $request.ReadWriteTimeout = 1000 * $TimeoutSeconds
    $request.AddRange(0, $Bytes - 1)
    $buffer = New-Object -TypeName byte[] -ArgumentList 65536
    $received = 0
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $stream = $request.GetResponse().GetResponseStream()
        do { $count = $stream.Read($buffer, 0, $buffer.Length); $received += $count }
        while ($count -gt 0 -and $received -lt $Bytes -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds)
    }
    catch { Write-Verbose -Message $_.Exception.Message }
    finally { $request.Abort() }
    if ($received -gt 0) { [pscustomobject]@{ Bytes = $received; Seconds = $clock.Elapsed.TotalSeconds } }
}
