(function () {
  var find = document.getElementById('find');
  var failed = document.getElementById('failed');
  var derived = document.getElementById('derived');
  function show() {
    var word = find.value.trim().toLowerCase();
    document.querySelectorAll('article').forEach(function (article) {
      var any = false;
      article.querySelectorAll('details.case').forEach(function (one) {
        var text = article.id.toLowerCase() + ' ' + one.querySelector('summary').textContent.toLowerCase();
        var hide = word && text.indexOf(word) < 0
          || failed.checked && !one.classList.contains('bad')
          || !derived.checked && one.classList.contains('derived');
        one.classList.toggle('gone', !!hide);
        any = any || !hide;
      });
      article.classList.toggle('gone', !any);
    });
  }
  [find, failed, derived].forEach(function (input) { input.addEventListener('input', show); });
  // A link into the page must not lead to something that a filter hides.
  window.addEventListener('hashchange', function () {
    find.value = ''; failed.checked = false; derived.checked = true; show();
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) { target.scrollIntoView(); }
  });
})();
