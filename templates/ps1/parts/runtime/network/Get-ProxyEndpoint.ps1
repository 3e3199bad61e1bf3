# { Protocol, Name, Port } of each server in "http=a;https=[2001:db8::1]:8080", "http://user@a:80/" or "::1".
function Get-ProxyEndpoint {
    param([string] $Server)
    $form = '^(?:(?<For>[a-z]+)=)?(?:[a-z0-9]+://)?(?:[^@/]*@)?(?:\[(?<Name>[0-9a-f:.]+(?:%\w+)?)\]|' +
    '(?<Name>[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*(?:%\w+)?)|(?<Name>[^][:/@]+))(?::(?<Port>[0-9]{1,5}))?(?:/|$)'
    foreach ($one in $Server -split '[;\s]+') {
        $match = [regex]::Match($one, $form, 'IgnoreCase, CultureInvariant')
        if (-not $match.Success) { continue }
        $port = if ($one -match '^(\w+=)?socks') { 1080 } else { 80 }
        if ($match.Groups['Port'].Success) { $port = [int] $match.Groups['Port'].Value }
        $for = $match.Groups['For'].Value.ToLowerInvariant()
        [pscustomobject]@{ Protocol = $for; Name = $match.Groups['Name'].Value; Port = $port }
    }
}
