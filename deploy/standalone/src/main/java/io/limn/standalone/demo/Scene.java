package io.limn.standalone.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A street drawn from a seed: houses, a road, cars and people. The same seed gives the same street; {@code time} from 0 to 1 moves
 * the traffic through it, so that a row of scenes makes a film.
 */
final class Scene {
    static final String CAR = "car";
    static final String PERSON = "person";
    static final String HOUSE = "house";

    private final BufferedImage picture;
    private final List<SceneObject> objects = new ArrayList<>();
    private final Graphics2D pen;
    private final int width;
    private final int height;
    private final double horizon;

    private Scene(int width, int height) {
        this.width = width;
        this.height = height;
        this.horizon = height * 0.55;
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    static Scene draw(long seed, double time, int width, int height) {
        Scene scene = new Scene(width, height);
        Random random = new Random(seed);
        scene.background(random);
        scene.houses(random);
        scene.road();
        scene.people(random, time);
        scene.cars(random, time);
        scene.pen.dispose();
        return scene;
    }

    BufferedImage picture() {
        return picture;
    }

    /** Everything drawn, from the back to the front, in the same order at every time; some may lie outside the picture. */
    List<SceneObject> objects() {
        return List.copyOf(objects);
    }

    /** The objects that can be seen, cut at the edges of the picture. */
    List<SceneObject> visible() {
        return objects.stream()
                .filter(object -> object.isVisible(width, height))
                .map(object -> object.within(width, height))
                .toList();
    }

    private void background(Random random) {
        Color sky = Color.getHSBColor(0.55f + random.nextFloat() * 0.08f, 0.35f, 0.95f);
        pen.setPaint(new GradientPaint(0, 0, sky.darker(), 0, (float) horizon, sky));
        pen.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    private void houses(Random random) {
        double left = -random.nextDouble() * width * 0.05;
        while (left < width) {
            double across = width * (0.1 + random.nextDouble() * 0.12);
            double top = horizon - height * (0.2 + random.nextDouble() * 0.25);
            pen.setPaint(Color.getHSBColor(random.nextFloat() * 0.12f, 0.25f, 0.5f + random.nextFloat() * 0.3f));
            pen.fill(new Rectangle2D.Double(left, top, across, horizon - top));
            windows(random, left, top, across);
            objects.add(new SceneObject(HOUSE, left, top, left + across, horizon));
            left += across + width * random.nextDouble() * 0.04;
        }
    }

    private void windows(Random random, double left, double top, double across) {
        double size = width * 0.014;
        for (double y = top + size; y < horizon - size * 2; y += size * 2.2) {
            for (double x = left + size * 0.7; x < left + across - size; x += size * 1.8) {
                pen.setPaint(random.nextInt(3) == 0 ? new Color(0xFFE9A8) : new Color(0x34424F));
                pen.fill(new Rectangle2D.Double(x, y, size, size * 1.3));
            }
        }
    }

    private void road() {
        pen.setPaint(new Color(0x8D8F86));
        pen.fill(new Rectangle2D.Double(0, horizon, width, height * 0.08));
        pen.setPaint(new Color(0x4B4D52));
        pen.fill(new Rectangle2D.Double(0, horizon + height * 0.08, width, height));
        pen.setPaint(new Color(0xE8E4D4));
        for (double x = 0; x < width; x += width * 0.1) {
            pen.fill(new Rectangle2D.Double(x, horizon + height * 0.26, width * 0.05, height * 0.008));
        }
    }

    private void people(Random random, double time) {
        for (int index = 0; index < 2 + random.nextInt(3); index++) {
            double tall = height * (0.12 + random.nextDouble() * 0.03);
            double pace = (random.nextDouble() - 0.5) * width * 0.2;
            double left = random.nextDouble() * width * 0.9 + pace * time;
            double top = horizon + height * 0.06 - tall;
            double wide = tall * 0.3;
            pen.setPaint(Color.getHSBColor(random.nextFloat(), 0.6f, 0.6f));
            pen.fill(new RoundRectangle2D.Double(left, top + tall * 0.22, wide, tall * 0.45, wide * 0.4, wide * 0.4));
            pen.setPaint(new Color(0x2B2E3A));
            pen.fill(new Rectangle2D.Double(left + wide * 0.1, top + tall * 0.65, wide * 0.3, tall * 0.35));
            pen.fill(new Rectangle2D.Double(left + wide * 0.6, top + tall * 0.65, wide * 0.3, tall * 0.35));
            pen.setPaint(new Color(0xC99A77));
            pen.fill(new Ellipse2D.Double(left + wide * 0.15, top, wide * 0.7, tall * 0.2));
            objects.add(new SceneObject(PERSON, left, top, left + wide, top + tall));
        }
    }

    private void cars(Random random, double time) {
        int count = 2 + random.nextInt(2);
        for (int index = 0; index < count; index++) {
            double lane = index % 2 == 0 ? 0.13 : 0.29;
            double direction = index % 2 == 0 ? 1 : -1;
            double wide = width * (0.16 + lane * 0.2);
            double left = random.nextDouble() * width * 0.8 + direction * time * width * 0.6;
            car(random, left, horizon + height * lane - wide * 0.1, wide);
        }
    }

    private void car(Random random, double left, double top, double wide) {
        double tall = wide * 0.38;
        Color paint = Color.getHSBColor(random.nextFloat(), 0.7f, 0.75f);
        pen.setPaint(paint.darker());
        pen.fill(new RoundRectangle2D.Double(left + wide * 0.2, top, wide * 0.55, tall * 0.6, tall * 0.4, tall * 0.4));
        pen.setPaint(new Color(0xB9D3E0));
        pen.fill(new Rectangle2D.Double(left + wide * 0.27, top + tall * 0.1, wide * 0.18, tall * 0.25));
        pen.fill(new Rectangle2D.Double(left + wide * 0.49, top + tall * 0.1, wide * 0.18, tall * 0.25));
        pen.setPaint(paint);
        pen.fill(new RoundRectangle2D.Double(left, top + tall * 0.38, wide, tall * 0.42, tall * 0.3, tall * 0.3));
        pen.setPaint(new Color(0x17181A));
        for (double axle : new double[] {0.14, 0.68}) {
            pen.fill(new Ellipse2D.Double(left + wide * axle, top + tall * 0.58, tall * 0.42, tall * 0.42));
        }
        objects.add(new SceneObject(CAR, left, top, left + wide, top + tall));
    }
}
